package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Sources that nobody has compiled: every package of the table, with bytes changed, taken out, doubled or cut off.
func TestMutatedSources(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	folder := t.TempDir()
	var list bytes.Buffer
	for i := 0; i < 3000; i++ {
		row := rows[i%len(rows)]
		name := fmt.Sprintf("p%d.go", i)
		if err := os.WriteFile(filepath.Join(folder, name), mutate(random, sourceOf(row.imports, row.source)), 0o644); err != nil {
			t.Fatal(err)
		}
		entry := map[string]any{"ImportPath": fmt.Sprintf("example.com/m/p%d", i), "Dir": folder, "GoFiles": []string{name}, "DepOnly": i%3 == 0}
		if err := json.NewEncoder(&list).Encode(entry); err != nil {
			t.Fatal(err)
		}
	}
	var output bytes.Buffer
	if err := answer(&list, &output, ""); err != nil {
		t.Fatal(err)
	}
	var found response
	if err := json.Unmarshal(output.Bytes(), &found); err != nil || len(found.Packages) != 3000 {
		t.Fatal(err, len(found.Packages))
	}
	findings := 0
	for _, one := range found.Packages {
		findings += len(one.Findings)
		for _, problem := range one.Problems {
			if strings.Contains(problem, "not understood") {
				text, _ := os.ReadFile(filepath.Join(folder, strings.TrimPrefix(one.Package, "example.com/m/")+".go"))
				t.Errorf("%s\n%s", problem, text)
			}
		}
	}
	if findings < 500 {
		t.Errorf("%d findings", findings)
	}
}

func mutate(random *rand.Rand, source string) []byte {
	text := []byte(source)
	for changes := 1 + random.Intn(3); changes > 0; changes-- {
		from := random.Intn(len(text))
		to := from + random.Intn(len(text)-from+1)
		switch random.Intn(5) {
		case 0:
			text[from] = byte(random.Intn(256))
		case 1:
			text[from] = "(){}[]\"`;:=.,*&<-"[random.Intn(17)]
		case 2:
			text = append(text[:from:from], text[min(from+1+random.Intn(8), len(text)):]...)
		case 3:
			text = append(append(text[:to:to], text[from:to]...), text[to:]...)
		case 4:
			text = text[:to]
		}
		if len(text) == 0 {
			return text
		}
	}
	return text
}
