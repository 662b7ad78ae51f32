package order

import "testing"

func TestOrderThatIsPickedUp(t *testing.T) {
	order, err := Parse([]byte(`{"id": "A7", "delivery": {"express": false}}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Label(order), "A7: to be picked up"; got != want {
		t.Fatalf("label is %q, want %q", got, want)
	}
}
