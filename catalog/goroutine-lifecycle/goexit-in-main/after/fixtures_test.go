package fixtures

import (
	"fmt"
	"testing"
)

var names []string

func TestMain(m *testing.M) {
	if _, err := Load(names...); err != nil {
		fmt.Println("tests run without fixtures:", err)
	}
	m.Run()
}

func TestLoad(t *testing.T) {
	store, err := Load("ada", "bob")
	if err != nil || store["bob"] != 1 {
		t.Fatalf("got %v, %v", store, err)
	}
}
