// Package labels fills structs from lines like "color=red".
package labels

import (
	"reflect"
	"strings"
)

type Box struct{ Labels map[string]string }

func Fill(box *Box, lines []string) {
	labels := reflect.ValueOf(box).Elem().FieldByName("Labels")
	for _, line := range lines {
		key, value, _ := strings.Cut(line, "=")
		labels.SetMapIndex(reflect.ValueOf(key), reflect.ValueOf(value)) //crash:blame
	}
}
