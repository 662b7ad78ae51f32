package shop

import (
	"os"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	code := m.Run()
	stopMailServer()
	os.Exit(code)
}

// stopMailServer takes its time.
func stopMailServer() { time.Sleep(time.Second) }

func TestOrderIsAccepted(t *testing.T) {
	shop := Shop{Logf: t.Logf}
	t.Cleanup(shop.Close)
	shop.Order("ada", func() { time.Sleep(100 * time.Millisecond) })
}
