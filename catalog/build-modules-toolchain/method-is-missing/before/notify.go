// Package notify sends messages to customers.
package notify

type Sender interface{ Send(text string) int }

type SMS struct{ Number string }

func (s *SMS) Send(text string) int { return len(text) }

func To(number string) Sender {
	return SMS{Number: number} //crash:blame
}
