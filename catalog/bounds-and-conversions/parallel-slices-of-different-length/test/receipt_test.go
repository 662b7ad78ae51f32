package receipt

import "testing"

func TestReceiptWithMissingPrice(t *testing.T) {
	if text, err := Print([]string{"tea"}, []int{250}); text != "tea 250\n" || err != nil {
		t.Errorf("receipt is %q, %v", text, err)
	}
	if text, err := Print([]string{"tea", "milk", "sugar"}, []int{250, 120}); err == nil {
		t.Errorf("receipt is %q, want an error", text)
	}
}
