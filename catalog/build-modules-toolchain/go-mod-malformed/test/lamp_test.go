package lamp

import "testing"

func TestSwitch(t *testing.T) {
	var lamp Lamp
	if lamp.Switch(); !lamp.On {
		t.Error("it is dark")
	}
}
