package reporter

import "testing"

func TestReportWithoutSettings(t *testing.T) {
	stop := make(chan struct{})
	close(stop)
	Run(Settings{}, func() { t.Error("a report at once") }, stop)
}
