package user

import (
	"encoding/json"
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestUserAsJSON(t *testing.T) {
	text, err := json.Marshal(User{Name: "ada", Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(text), `{"Name":"ada"}`; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
}
