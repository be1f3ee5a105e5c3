"""What the environment of a server says. Importing this stops with everything that is wrong, before anything is made."""

from config import env

given = env.for_a_server()
