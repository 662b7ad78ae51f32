// Package article saves articles by their titles.
package article

import (
	"fmt"
	"hash/fnv"
	"os"
	"strings"
)

const maxName = 100

func fileName(title string) string {
	name := strings.ReplaceAll(strings.ToLower(title), " ", "-")
	if len(name) > maxName {
		hash := fnv.New32()
		hash.Write([]byte(name))
		name = fmt.Sprintf("%s-%08x", strings.ToValidUTF8(name[:maxName], ""), hash.Sum32())
	}
	return name + ".html"
}

func Save(title, text string) string {
	name := fileName(title)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		panic(err)
	}
	return name
}
