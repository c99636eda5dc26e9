summer-break = W sierpniu mamy przerwę
