// Command hello says so, and is done.
package main

import "fmt"

func main() { fmt.Println("Hello, world!") }
