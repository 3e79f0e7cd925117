module fotfaste

go 1.26
