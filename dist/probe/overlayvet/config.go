package main

import (
	"encoding/json"
	"os"
)

// The lists of files in vet's configuration (vetConfig in cmd/go/internal/work). Go 1.24 and later apply the
// overlay to the same three.
var fileLists = []string{"GoFiles", "NonGoFiles", "IgnoredFiles"}

// rewrite replaces, in a configuration of vet, the files that are not on disk by those that the overlay has for them.
// A file that is there is vetted as it is there, as go test does without us.
func rewrite(configPath, overlayPath string) error {
	var overlay struct{ Replace map[string]string }
	if err := readJSON(overlayPath, &overlay); err != nil {
		return err
	}
	var config map[string]json.RawMessage
	if err := readJSON(configPath, &config); err != nil {
		return err
	}
	for _, list := range fileLists {
		var files []string
		if err := json.Unmarshal(config[list], &files); err != nil {
			continue // absent from this version's configuration
		}
		for i, file := range files {
			files[i] = actual(file, overlay.Replace)
		}
		text, err := json.Marshal(files)
		if err != nil {
			return err
		}
		config[list] = text
	}
	text, err := json.Marshal(config)
	if err != nil {
		return err
	}
	return os.WriteFile(configPath, text, 0o666)
}

func actual(file string, replace map[string]string) string {
	brought := replace[file]
	if _, err := os.Lstat(file); err == nil || brought == "" {
		return file
	}
	return brought
}

func readJSON(path string, value any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, value)
}
