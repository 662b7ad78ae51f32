// Package meter collects what sensors measure.
package meter

type Meter struct {
	readings chan float64
	sum      float64
	done     chan struct{}
}

func New() *Meter {
	m := &Meter{readings: make(chan float64), done: make(chan struct{})}
	go func() {
		defer close(m.done)
		for reading := range m.readings {
			m.sum += reading
		}
	}()
	return m
}

func (m *Meter) Record(reading float64) {
	m.readings <- reading
}

// Close returns the sum of all readings.
func (m *Meter) Close() float64 {
	close(m.readings)
	<-m.done
	return m.sum
}
