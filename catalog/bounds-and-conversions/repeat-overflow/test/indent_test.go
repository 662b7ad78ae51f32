package indent

import (
	"math"
	"testing"
)

func TestIndentFromTemplate(t *testing.T) {
	if text, err := Indent("yaml", 1); text != "  yaml" || err != nil {
		t.Errorf("indented: %q, %v", text, err)
	}
	if _, err := Indent("yaml", math.MaxInt); err == nil {
		t.Error("text was indented beyond all memory")
	}
}
