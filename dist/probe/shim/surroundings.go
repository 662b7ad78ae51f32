package main

import "os"

// surroundings are what the shim arranges around the child before it starts.
type surroundings struct {
	seat    seat
	witness *witness
	cores   cores
	limits  map[string]limit
}

// arrange never fails: what cannot be had is noted, and the tests run without it. From then on until start the shim has
// the group and the limits that the child will have.
func arrange(j job, id string) surroundings {
	guard, err := loadGuard(j.settings.Guard)
	if err != nil {
		j.attempt.problem("guard: %v", err)
	}
	seat, err := takeSeat(guard, id)
	if err != nil {
		j.attempt.problem("control group: %v; the tests run in the group of go test", err)
	}
	cores := prepareCores(j)
	writeAgentConf(j, guard, cores.wanted(j.settings.AgentSettings))
	return surroundings{seat, newWitness(seat), cores, limits()}
}

// start must be called on a locked thread.
func (s surroundings) start(j job, w way, argv, environment []string) (*os.Process, error) {
	process, err := w.start(argv, environment)
	s.cores.restore()
	if err := s.seat.leave(); err != nil {
		j.attempt.problem("control group: the shim cannot leave %s: %v", s.seat.group.Dir, err)
	}
	return process, err
}

// clear is called when there is no child any more.
func (s surroundings) clear(a attempt) {
	if err := s.seat.clear(); err != nil {
		a.problem("control group: %v", err)
	}
}
