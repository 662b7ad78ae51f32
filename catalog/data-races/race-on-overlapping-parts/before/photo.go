// Package photo brightens pictures.
package photo

import "sync"

// Brighten works on several parts at the same time.
func Brighten(pixels []int, parts int) {
	var working sync.WaitGroup
	for part := 0; part < parts; part++ {
		from := part * len(pixels) / parts
		to := (part + 1) * len(pixels) / parts
		working.Add(1)
		go func() {
			defer working.Done()
			for i := from; i <= to && i < len(pixels); i++ {
				pixels[i] = 2 * pixels[i] //crash:blame
			}
		}()
	}
	working.Wait()
}
