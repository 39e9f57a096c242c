module warm

go 1.27
