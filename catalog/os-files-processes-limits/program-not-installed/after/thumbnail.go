// Package thumbnail makes small pictures with a program.
package thumbnail

import "os/exec"

// Make gives the picture back as it is where it cannot be made smaller.
func Make(picture []byte) []byte {
	cmd := exec.Command("catalog-image-tool", "-resize", "64x64")
	small, err := cmd.Output()
	if err != nil {
		return picture
	}
	return small
}
