package heartbeat

import "testing"

func TestHeartbeat(t *testing.T) {
	<-Start(0).Beats()
}
