// Package pipe connects two goroutines.
package pipe

import "runtime"

type End struct {
	name string
	open bool
}

func (e *End) start(name string) {
	e.name, e.open = name, true
	runtime.SetFinalizer(e, (*End).stop)
}

func (e *End) stop() { e.open = false }

type Pipe struct {
	reader, writer *End
}

func New() *Pipe {
	p := &Pipe{reader: &End{}, writer: &End{}}
	p.reader.start("reader")
	p.writer.start("writer")
	return p
}

func (p *Pipe) Open() bool { return p.reader.open && p.writer.open }
