package record

import (
	"slices"
	"testing"
)

func TestShortRecord(t *testing.T) {
	whole := []byte("adalove.12345678")
	if name, rest, err := Split(whole); string(name) != "adalove." || string(rest) != "12345678" || err != nil {
		t.Errorf("whole record: %q, %q, %v", name, rest, err)
	}
	if _, rest, err := Split(slices.Clip([]byte("adalove.12")[:10:10])); err == nil {
		t.Errorf("short record: rest is %q", rest)
	}
}
