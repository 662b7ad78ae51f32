// Package meter reads a water meter.
package meter

type Meter struct{ readings []int }

// Add gives what was used since the last reading.
func (m *Meter) Add(litres int) int {
	m.readings = append(m.readings, litres)
	before := len(m.readings) - 2
	return litres - m.readings[before] //crash:blame
}
