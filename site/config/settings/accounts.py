"""How people sign in."""

from datetime import timedelta

# Where people sign in, set up their second factor and ask for a new password.
ACCOUNT_PATH = "/account/"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = LOGIN_URL

# Nobody reaches the admin by a password alone. Only settings for one's own machine say otherwise (decision 23).
REQUIRE_SECOND_FACTOR = True

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

# Wagtail's own ways to sign in and to reset a password are closed: they know of no second factor.
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_RESET_ENABLED = False

ACCOUNT_ADAPTER = "users.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
# An administrator wrote the address of each account down; people do not add their own.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# No mail to an address that has no account.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# The browser forgets that somebody was signed in when it is closed.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_FORMS = {
    "login": "users.forms.SignInForm",
    "reauthenticate": "users.forms.PasswordAgainForm",
    "reset_password": "users.forms.AskForNewPasswordForm",
    "reset_password_from_key": "users.forms.NewPasswordForm",
}
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=2).total_seconds())

MFA_ADAPTER = "users.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Avoidable Harm"
# The clock of a phone may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_DIGITS = 8
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "users.forms.CodeForm",
    "reauthenticate": "users.forms.CodeAgainForm",
    "activate_totp": "users.forms.FirstCodeForm",
    "add_webauthn": "users.forms.AddPasskeyForm",
    "edit_webauthn": "users.forms.NamePasskeyForm",
}

# Five wrong passwords for one account from one address close the door between these two for a while. Nobody can close it
# for everybody else (decision 24).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "users.lock_out.locked_out"
# An address is kept as a digest that only this site can make.
AXES_CLIENT_IP_CALLABLE = "users.lock_out.digest_of_address"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "password", "csrfmiddlewaretoken", "ip_address"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
