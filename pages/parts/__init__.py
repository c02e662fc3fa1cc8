"""What the screens are made of: the session, the frame, the look, and the pieces that ask, show and offer."""
