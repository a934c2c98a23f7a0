"""The names of Viet Nam's provinces, districts and communes, old and new."""
