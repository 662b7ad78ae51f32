// Package wave reads single samples of a recording.
package wave

type Recording struct{ samples []int16 }

func NewRecording(samples int) *Recording {
	return &Recording{samples: make([]int16, samples)}
}

func (r *Recording) Len() int { return len(r.samples) }

func (r *Recording) Sample(index int) int16 {
	return r.samples[index]
}
