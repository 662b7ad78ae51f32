// Package meter collects what sensors measure.
package meter

type Meter struct {
	readings chan float64
	sum      float64
	done     chan struct{}
}

func New() *Meter {
	m := &Meter{done: make(chan struct{})}
	readings := make(chan float64)
	go func() {
		defer close(m.done)
		for reading := range readings {
			m.sum += reading
		}
	}()
	return m
}

func (m *Meter) Record(reading float64) {
	m.readings <- reading //crash:blame
}

// Close returns the sum of all readings.
func (m *Meter) Close() float64 {
	close(m.readings)
	<-m.done
	return m.sum
}
