// Package seats books seats on flights.
package seats

type Plan struct {
	seats map[string]map[int]string
}

func New() *Plan { return &Plan{seats: make(map[string]map[int]string)} }

func (p *Plan) Book(flight string, row int, name string) bool {
	if p.seats[flight][row] != "" {
		return false
	}
	if p.seats[flight] == nil {
		p.seats[flight] = make(map[int]string)
	}
	p.seats[flight][row] = name
	return true
}
