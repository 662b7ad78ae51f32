// Package theatre sells seats.
package theatre

type Show struct {
	Seats  int
	Booked map[int]string
}

func (s *Show) Free() []int {
	free := make([]int, 0, max(0, s.Seats-len(s.Booked)))
	for seat := 1; seat <= s.Seats; seat++ {
		if _, taken := s.Booked[seat]; !taken {
			free = append(free, seat)
		}
	}
	return free
}
