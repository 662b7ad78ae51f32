package labels

import "testing"

func TestLabelsAreFilled(t *testing.T) {
	var box Box
	Fill(&box, []string{"color=red", "size=3"})
	if box.Labels["color"] != "red" {
		t.Errorf("the labels are %v", box.Labels)
	}
}
