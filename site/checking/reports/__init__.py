"""What visitors say is wrong with a helpline, from the form to what the team does about it."""
