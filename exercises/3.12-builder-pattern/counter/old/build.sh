#!/bin/sh
# The builder pattern, as people had to do it before 2017: two images and a ferry between them.
# Run it in the folder counter: sh old/build.sh
set -e

echo "Building the image that compiles ..."
docker build -t counter-build -f old/Dockerfile.build .

echo "Fetching the program out of it ..."
docker create --name counter-ferry counter-build
docker cp counter-ferry:/go/src/counter/app ./app
docker rm -f counter-ferry

echo "Building the image that is shipped ..."
docker build -t counter -f old/Dockerfile.run .
rm ./app
