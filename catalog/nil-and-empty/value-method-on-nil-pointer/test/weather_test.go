package weather

import "testing"

func TestSensorWithoutHumidity(t *testing.T) {
	mild, damp := Celsius(21.5), Percent(60)
	for want, reading := range map[string]Reading{
		"21.5 °C, 60 %": {&mild, &damp},
		"21.5 °C":       {&mild, nil},
	} {
		if got := reading.Line(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
