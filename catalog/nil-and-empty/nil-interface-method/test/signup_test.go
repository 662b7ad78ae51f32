package signup

import "testing"

func TestSignUpWithoutMailer(t *testing.T) {
	service := New()
	if err := service.SignUp("ada@example.com"); err != nil {
		t.Fatal(err)
	}
}
