// Package plan starts tasks in order.
package plan

type Failure struct{ Task string }

func (f *Failure) Error() string { return "nobody does " + f.Task }

type Plan struct {
	Tasks   []string
	Doers   map[string]string
	Started bool
}

func (p *Plan) check() error {
	for _, task := range p.Tasks {
		if p.Doers[task] == "" {
			return &Failure{task}
		}
	}
	return nil
}

func (p *Plan) MustStart() {
	err := p.check()
	if err != nil {
		panic(err)
	}
	p.Started = true
}
