package trim

import "testing"

func TestTrimmedForm(t *testing.T) {
	form := Form{Name: " Ada ", Mail: "ada@mail.example", token: "t1"}
	Spaces(&form)
	if form.Name != "Ada" || form.token != "t1" {
		t.Errorf("the form is %+v", form)
	}
}
