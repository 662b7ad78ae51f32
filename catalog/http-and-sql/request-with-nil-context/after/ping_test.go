package ping

import (
	"context"
	"testing"
)

func TestPingWithoutDeadline(t *testing.T) {
	request, err := Ping{URL: "http://127.0.0.1/health"}.Request(context.Background())
	if err != nil || request.Method != "HEAD" {
		t.Errorf("%v, %v", request, err)
	}
}
