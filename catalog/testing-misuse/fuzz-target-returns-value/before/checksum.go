// Package checksum adds a check digit to customer numbers.
package checksum

func Append(digits []byte) []byte {
	sum := 0
	for _, digit := range digits {
		sum += int(digit)
	}
	return append(digits[:len(digits):len(digits)], byte(sum%10))
}
