package discount

import "testing"

func TestDiscount(t *testing.T) {
	for name, age := range map[string]int{"senior": 70, "pensioner": 81} {
		age := age
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			customer := &Customer{Name: "Ada"}
			customer.Age = age
			if got := Percent(*customer); got != 20 {
				t.Errorf("%d percent at the age of %d, want 20", got, age)
			}
		})
	}
}
