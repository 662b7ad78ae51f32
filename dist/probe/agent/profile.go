package agent

import (
	crashGuardGzip "compress/gzip"
	crashGuardIO "io"
	crashGuardRuntime "runtime"
	crashGuardStrings "strings"
)

// Numbers of fields in profile.proto (github.com/google/pprof/proto).
const (
	crashGuardSampleType, crashGuardSample, crashGuardMapping, crashGuardLocation = 1, 2, 3, 4
	crashGuardFunction, crashGuardString, crashGuardPeriodType, crashGuardPeriod  = 5, 6, 11, 12
)

// crashGuardProfile writes a profile as runtime/pprof does. That package itself must not be imported: it becomes ready only
// after package testing and many a test package, and so would the agent, which has to be at work before their variables
// are set. Here every frame is a location of its own, inlined or not.
type crashGuardProfile struct {
	out       *crashGuardGzip.Writer
	err       error
	text      []string
	indexes   map[string]uint64
	functions map[[2]string]uint64
	places    map[uintptr]crashGuardPlace
	locations map[crashGuardFrame]uint64
}

type crashGuardFrame struct {
	pc       uintptr
	function uint64
	line     int
}

// crashGuardPlace is what is known of a return address.
type crashGuardPlace struct {
	locations []byte // their numbers
	ofRuntime bool
}

// crashGuardAmount is what the samples count, and in which unit.
type crashGuardAmount struct{ name, unit string }

func crashGuardNewProfile(to crashGuardIO.Writer, every crashGuardAmount, period int64, amounts []crashGuardAmount) *crashGuardProfile {
	p := &crashGuardProfile{
		indexes:   map[string]uint64{},
		functions: map[[2]string]uint64{},
		places:    map[uintptr]crashGuardPlace{},
		locations: map[crashGuardFrame]uint64{},
	}
	p.out, p.err = crashGuardGzip.NewWriterLevel(to, crashGuardGzip.BestSpeed)
	p.index("")
	for _, amount := range amounts {
		p.message(crashGuardSampleType, p.amount(amount))
	}
	p.message(crashGuardPeriodType, p.amount(every))
	p.write(crashGuardField(nil, crashGuardPeriod, uint64(period)))
	// The one mapping says that functions, files, lines and inlined frames are known already.
	mapping := crashGuardField(nil, 1, 1)
	for field := uint64(7); field <= 10; field++ {
		mapping = crashGuardField(mapping, field, 1)
	}
	p.message(crashGuardMapping, mapping)
	return p
}

func (p *crashGuardProfile) amount(amount crashGuardAmount) []byte {
	return crashGuardField(crashGuardField(nil, 1, p.index(amount.name)), 2, p.index(amount.unit))
}

// sample adds a stack, whose first entry is the innermost, as return addresses. blockBytes is 0 or a label.
func (p *crashGuardProfile) sample(stack []uintptr, hideRuntime bool, blockBytes int64, values ...int64) {
	var locations, amounts []byte
	for _, pc := range stack {
		if place := p.place(pc); !place.ofRuntime || !hideRuntime || len(locations) > 0 {
			locations = append(locations, place.locations...)
		}
	}
	if len(locations) == 0 && hideRuntime {
		p.sample(stack, false, blockBytes, values...) // nothing else is there
		return
	}
	for _, value := range values {
		amounts = crashGuardVarint(amounts, uint64(value))
	}
	message := crashGuardBlock(crashGuardBlock(nil, 1, locations), 2, amounts)
	if blockBytes > 0 {
		label := crashGuardField(nil, 1, p.index("bytes"))
		message = crashGuardBlock(message, 3, crashGuardField(label, 3, uint64(blockBytes)))
	}
	p.message(crashGuardSample, message)
}

// place asks the runtime once for every address: mostly many stacks go through it.
func (p *crashGuardProfile) place(pc uintptr) crashGuardPlace {
	place, known := p.places[pc]
	if !known {
		frames := crashGuardRuntime.CallersFrames([]uintptr{pc})
		for more := true; more; {
			var frame crashGuardRuntime.Frame
			if frame, more = frames.Next(); frame.Function != "runtime.goexit" { // where every stack begins
				place.locations = crashGuardVarint(place.locations, p.location(frame))
			}
			place.ofRuntime = crashGuardOfRuntime(frame.Function)
		}
		p.places[pc] = place
	}
	return place
}

func crashGuardOfRuntime(function string) bool {
	return crashGuardStrings.HasPrefix(function, "runtime.") || crashGuardStrings.HasPrefix(function, "internal/runtime/")
}

func (p *crashGuardProfile) location(frame crashGuardRuntime.Frame) uint64 {
	key := crashGuardFrame{frame.PC, p.function(frame), frame.Line}
	id, known := p.locations[key]
	if !known {
		id = uint64(len(p.locations) + 1)
		p.locations[key] = id
		message := crashGuardField(crashGuardField(crashGuardField(nil, 1, id), 2, 1), 3, uint64(frame.PC))
		line := crashGuardField(crashGuardField(nil, 1, key.function), 2, uint64(frame.Line))
		p.message(crashGuardLocation, crashGuardBlock(message, 4, line))
	}
	return id
}

func (p *crashGuardProfile) function(frame crashGuardRuntime.Frame) uint64 {
	key := [2]string{frame.Function, frame.File}
	id, known := p.functions[key]
	if !known {
		id = uint64(len(p.functions) + 1)
		p.functions[key] = id
		name := p.index(frame.Function)
		message := crashGuardField(crashGuardField(crashGuardField(nil, 1, id), 2, name), 3, name)
		p.message(crashGuardFunction, crashGuardField(message, 4, p.index(frame.File)))
	}
	return id
}

func (p *crashGuardProfile) index(text string) uint64 {
	index, known := p.indexes[text]
	if !known {
		index = uint64(len(p.text))
		p.indexes[text] = index
		p.text = append(p.text, text)
	}
	return index
}

// end writes what is left and returns the first error.
func (p *crashGuardProfile) end() error {
	for _, text := range p.text {
		p.message(crashGuardString, []byte(text))
	}
	if err := p.out.Close(); p.err == nil {
		p.err = err
	}
	return p.err
}

func (p *crashGuardProfile) message(field uint64, body []byte) {
	p.write(crashGuardBlock(nil, field, body))
}

func (p *crashGuardProfile) write(bytes []byte) {
	if p.err == nil {
		_, p.err = p.out.Write(bytes)
	}
}

func crashGuardVarint(to []byte, value uint64) []byte {
	for value >= 0x80 {
		to = append(to, byte(value)|0x80)
		value >>= 7
	}
	return append(to, byte(value))
}

// crashGuardField appends a number, crashGuardBlock a text or a message of its own.
func crashGuardField(to []byte, field, value uint64) []byte {
	return crashGuardVarint(crashGuardVarint(to, field<<3), value)
}

func crashGuardBlock(to []byte, field uint64, bytes []byte) []byte {
	return append(crashGuardVarint(crashGuardVarint(to, field<<3|2), uint64(len(bytes))), bytes...)
}
