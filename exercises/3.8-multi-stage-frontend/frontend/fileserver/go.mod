module fileserver

go 1.22
