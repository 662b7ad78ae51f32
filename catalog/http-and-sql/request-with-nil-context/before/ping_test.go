package ping

import "testing"

func TestPingWithoutDeadline(t *testing.T) {
	request, err := Ping{URL: "http://127.0.0.1/health"}.Request()
	if err != nil || request.Method != "HEAD" {
		t.Errorf("%v, %v", request, err)
	}
}
