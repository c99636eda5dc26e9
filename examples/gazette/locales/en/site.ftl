site-tagline = Job descriptions for small shops
