package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestRewrite(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	there := write("there_test.go", "package p")
	absent := filepath.Join(folder, "absent_test.go")
	removed := filepath.Join(folder, "removed_test.go")
	brought := write("brought.go", "package p")
	overlay := write("overlay.json", encode(t, map[string]any{
		"Replace": map[string]string{absent: brought, there: brought, removed: ""},
	}))
	config := write("vet.cfg", encode(t, map[string]any{
		"ID":      "example.com/p",
		"GoFiles": []string{there, absent, removed},
		"Unknown": map[string]int{"kept": 1},
	}))

	if err := rewrite(config, overlay); err != nil {
		t.Fatal(err)
	}

	var got map[string]any
	if err := readJSON(config, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"ID":      "example.com/p",
		"GoFiles": []any{there, brought, removed},
		"Unknown": map[string]any{"kept": 1.0},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRewriteLeavesAloneWhatItCannotRead(t *testing.T) {
	folder := t.TempDir()
	config := filepath.Join(folder, "vet.cfg")
	if err := os.WriteFile(config, []byte(`{"GoFiles": [`), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := rewrite(config, filepath.Join(folder, "overlay.json")); err == nil {
		t.Error("no error for an overlay that is not there")
	}
	text, err := os.ReadFile(config)
	if err != nil || string(text) != `{"GoFiles": [` {
		t.Errorf("the configuration is %q (%v)", text, err)
	}
}

func encode(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
