"""How gunicorn serves the site. As a program it looks at the environment first and then becomes gunicorn.

Gunicorn reads WEB_CONCURRENCY before it reads this file, and answers nonsense there with a traceback.
"""

import logging.config
import os
import sys
from pathlib import Path

pythonpath = str(Path(__file__).resolve().parent / "site")
sys.path.insert(0, pythonpath)

from config import env, logs  # noqa: E402 - the line before says where they are

with env.complaints_in_words():
    env.settings_module(otherwise="config.settings.production")
    given = env.for_a_server()
    env.static_files_are_collected()

wsgi_app = "config.wsgi"
# A host that sets PORT sends requests over its network; a proxy on the same machine needs no open door.
bind = [f"0.0.0.0:{given['PORT']}" if given["PORT"] else "127.0.0.1:8000"]
workers = given["WEB_CONCURRENCY"]
threads = 4
# A large upload over a slow line takes a while; a proxy in front takes most of that wait.
timeout = 60
# Who is being answered when the server is told to stop is answered.
graceful_timeout = 30
# Memory that leaks comes back, and not from all processes at once.
max_requests = 2000
max_requests_jitter = 200
# The heartbeat of the processes is a file; on a slow disk it would stop them.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes a file of its own there
# The site is at the root of its host: nobody says otherwise in a header, wherever they come from.
forwarder_headers = ""
# Nothing but the site listens.
control_socket_disable = True
# The site prints a line for each answer, without addresses and query strings; gunicorn's own would have both.
accesslog = None
logconfig_dict = logs.as_json(given["LOG_LEVEL"])
# What is said before gunicorn's own logs are set up looks the same.
logging.config.dictConfig(logconfig_dict)
os.environ.setdefault("PYTHONUNBUFFERED", "1")

if __name__ == "__main__":
    os.environ["WEB_CONCURRENCY"] = str(workers)
    # Some hosts ask here for a log of readers, and it would beat what stands above.
    os.environ.pop("GUNICORN_CMD_ARGS", None)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *sys.argv[1:]])  # noqa: S606 - no shell is wanted
