// Package toll counts cars on the lanes of a toll station.
package toll

type Lane struct{ Cars, Cents int }

type Station struct{ lanes []Lane }

func NewStation(lanes int) *Station {
	return &Station{lanes: make([]Lane, lanes)}
}

func (s *Station) Pass(i int, cents int) {
	s.lanes[i].Cars++
	s.lanes[i].Cents += cents
}

func (s *Station) Cars(i int) int { return s.lanes[i].Cars }
