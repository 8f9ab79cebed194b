import re
import socket
from ipaddress import IPv6Address

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.fetching.addresses import Refused, checked, refusal

REFUSED_HOSTS = [
    ("127.0.0.1", "loopback"),
    ("2130706433", "loopback"),
    ("0x7f000001", "loopback"),
    ("0x7F.0x0.0x0.0x1", "loopback"),
    ("017700000001", "loopback"),
    ("0177.0.0.1", "loopback"),
    ("127.1", "loopback"),
    ("127.0.1", "loopback"),
    ("0", '"this network"'),
    ("0.0.0.0", '"this network"'),
    ("10.0.0.1", "private use"),
    ("10.65535", "private use"),
    ("172.31.255.255", "private use"),
    ("192.168.1.1", "private use"),
    ("100.64.0.1", "shared address space"),
    ("100.100.100.200", "metadata"),
    ("168.63.129.16", "metadata"),
    ("169.254.169.254", "metadata"),
    ("0xa9fea9fe", "metadata"),
    ("2852039166", "metadata"),
    ("169.254.1.1", "link-local"),
    ("192.0.0.8", "protocols of the IETF"),
    ("192.0.2.1", "documentation"),
    ("198.51.100.7", "documentation"),
    ("203.0.113.9", "documentation"),
    ("198.19.255.1", "benchmarks"),
    ("192.88.99.1", "6to4 relay"),
    ("224.0.0.251", "multicast"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "broadcast"),
    ("::", "unspecified"),
    ("::1", "loopback"),
    ("::127.0.0.1", "loopback by the 127.0.0.1 in it"),
    ("::ffff:127.0.0.1", "loopback by the 127.0.0.1 in it"),
    ("::ffff:a9fe:a9fe", "metadata service by the 169.254.169.254 in it"),
    ("::ffff:0:7f00:1", "not global unicast"),
    ("64:ff9b::7f00:1", "loopback by the 127.0.0.1 in it"),
    ("64:ff9b::10.0.0.1", "private use by the 10.0.0.1 in it"),
    ("64:ff9b:1::a00:1", "private use by the 10.0.0.1 in it"),
    ("64:ff9b:1:a00:0:100:808:808", "not global unicast"),
    ("2002:7f00:1::", "loopback by the 127.0.0.1 in it"),
    ("2002:a9fe:a9fe::1", "metadata service by the 169.254.169.254 in it"),
    ("2002:808:808::5efe:a00:1", "private use by the 10.0.0.1 in it"),
    ("2001:0:808:808::80ff:fffe", "Teredo"),
    ("2606:4700::5efe:10.0.0.1", "private use by the 10.0.0.1 in it"),
    ("2606:4700::200:5efe:7f00:1", "loopback by the 127.0.0.1 in it"),
    ("fe80::1", "link-local"),
    ("fec0::1", "site-local"),
    ("fc00::1", "unique local"),
    ("fd00:ec2::254", "metadata"),
    ("ff02::1", "multicast"),
    ("2001:2::1", "benchmarks"),
    ("2001:db8::1", "documentation"),
    ("3fff:fff::1", "documentation"),
    ("100::1", "discarding"),
    ("5f00::1", "not global unicast"),
    ("4000::1", "not global unicast"),
]

PASSING = [
    "https://lingkarjateng.id/a/",
    "http://example.com:80/",
    "https://example.com:443",
    "https://example.com:/",
    "HTTPS://Example.COM/?s=ktp&paged=2#isi",
    "https://foo_bar-.blogspot.com/",
    "https://xn--bcher-kva.id/",
    "https://bücher.id/é/%20?q=e-KTP:@x",
    "https://中国。id/",
    "http://8.8.8.8/",
    "http://1.1.1.1/",
    "http://134744072/",
    "http://0x8.0x8.0x8.0x8/",
    "http://[2606:4700::1111]/",
    "https://[2606:4700::1111]:443/",
]

# Releases of Python differ in which of these urlsplit refuses itself.
UNREAD = "no host and port can be read|the host is not an IP address|not a web address"

REFUSED_ADDRESSES = [
    ("ftp://example.com/", "only http and https are asked"),
    ("file:///etc/passwd", "only http and https are asked"),
    ("gopher://example.com:80/_x", "only http and https are asked"),
    ("javascript:alert(1)", "only http and https are asked"),
    ("//example.com/", "only http and https are asked"),
    ("example.com/a", "only http and https are asked"),
    ("", "only http and https are asked"),
    ("http:///a", "no host in the address"),
    ("http:example.com", "no host in the address"),
    ("https://?q", "no host in the address"),
    ("http://:80/", "no host and port can be read"),
    ("http://::1/", "no host and port can be read"),
    ("http://example.com:80:80/", "no host and port can be read"),
    ("http://example.com:http/", "no host and port can be read"),
    ("http://example.com:+80/", "no host and port can be read"),
    ("http://example.com:８０/", "no host and port can be read"),
    ("http://[8.8.8.8]/", UNREAD),
    ("http://[2606:4700::1111]x:80/", UNREAD),
    ("http://[::1", "not a web address"),
    ("http://a\uff0f.id/", "not a web address"),  # "/" after NFKC
    ("http://127.0.0.1\uff20example.com/", "not a web address"),  # "@" after NFKC
    ("http://example.com:8080/", "port 8080 is not asked"),
    ("http://example.com:22/", "port 22 is not asked"),
    ("http://example.com:0/", "port 0 is not asked"),
    ("http://example.com:65616/", "port 65616 is not asked"),  # 80 in 16 bits
    ("http://admin:rahasia@example.com/", "credentials in the address"),
    ("http://admin@example.com/", "credentials in the address"),
    ("http://@example.com/", "credentials in the address"),
    ("http://example.com@127.0.0.1/", "credentials in the address"),
    ("http://1.1.1.1:80@127.0.0.1:80/", "credentials in the address"),
    (" http://example.com/", "a blank, a control character or a backslash"),
    ("http://example.com/a b", "a blank, a control character or a backslash"),
    ("http://example.com/\u00a0", "a blank, a control character or a backslash"),
    ("http://exam\tple.com/", "a blank, a control character or a backslash"),
    ("http://example.com/\r\nHost: x", "a blank, a control character or a backslash"),
    ("http://example.com/\x00", "a blank, a control character or a backslash"),
    ("http://example.com/\x85", "a blank, a control character or a backslash"),
    ("http://example.com/\ud800", "a blank, a control character or a backslash"),
    ("http://example.com\\@127.0.0.1/", "a blank, a control character or a backslash"),
    ("http:\\\\127.0.0.1/", "a blank, a control character or a backslash"),
    ("http://127.0.0.1./", "an empty label in the host"),
    ("http://example.com./", "an empty label in the host"),
    ("http://.example.com/", "an empty label in the host"),
    ("http://example..com/", "an empty label in the host"),
    ("http://example.com。/", "an empty label in the host"),
    ("http://localhost/", "the host is this machine"),
    ("http://LOCALHOST:80/", "the host is this machine"),
    ("http://a.localhost/", "the host is this machine"),
    ("http://ⓛocalhost/", "the host is this machine"),
    ("http://localhost./", "an empty label in the host"),
    ("http://１２７.0.0.1/", "the host is loopback"),
    ("http://127。0。0。1/", "the host is loopback"),
    ("http://127．0．0．1/", "the host is loopback"),
    ("http://①②⑦.0.0.①/", "the host is loopback"),
    ("http://⑯⑨.254.⑯⑨.254/", "the host is a cloud's metadata service"),
    ("http://⑩.1/", "the host is for private use"),
    ("http://𝟎x𝟕f.1/", "the host is loopback"),
    ("http://８.8.8.8/", "not a valid name"),
    ("http://256.0.0.1/", "ends in a number and is not an IP address"),
    ("http://127.0.0.1.5/", "ends in a number and is not an IP address"),
    ("http://4294967296/", "ends in a number and is not an IP address"),
    ("http://08.0.0.1/", "ends in a number and is not an IP address"),
    ("http://example.0x7/", "ends in a number and is not an IP address"),
    ("http://%31%32%37.0.0.1/", "ends in a number and is not an IP address"),
    ("http://%6cocal/", "not a valid name"),
    ("http://a,b.id/", "not a valid name"),
    ("http://" + "a" * 64 + ".id/", "not a valid name"),
    ("http://" + "a." * 130 + "id/", "too long for a name"),
    ("http://a\u200b.id/", "not a valid name"),
    ("http://[fe80::1%25eth0]/", "the host is link-local"),
    ("http://[fe80::1%eth0]/", "the host is link-local"),
    ("http://[2606:4700::1111%25eth0]/", "a scope id in the address"),
    ("http://[v1.a:b]/", UNREAD),
]


@pytest.mark.parametrize(("host", "reason"), REFUSED_HOSTS)
def test_a_refused_host(host, reason):
    shown = f"[{host}]" if ":" in host else host
    for url in (f"http://{shown}/", f"https://{shown}:443/latest/meta-data/"):
        with pytest.raises(Refused, match=re.escape(reason)):
            checked(url)


@pytest.mark.parametrize(("url", "reason"), REFUSED_ADDRESSES)
def test_a_refused_address(url, reason):
    with pytest.raises(Refused, match=reason):
        checked(url)


@pytest.mark.parametrize("url", PASSING)
def test_an_address_that_passes_stands_as_it_is(url):
    assert checked(url) == url


def test_ports_are_the_callers():
    assert checked("http://berita.test:8080/", ports=(8080,)) == "http://berita.test:8080/"
    with pytest.raises(Refused, match="port 80 is not asked"):
        checked("http://berita.test/", ports=(8080,))
    with pytest.raises(Refused, match="the host is loopback"):
        checked("http://127.0.0.1:8080/", ports=(8080,))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "2a00::1%eth0"]
)
def test_global_unicast_passes(address):
    assert refusal(address) is None


@pytest.mark.parametrize(
    "address", ["", "lingkarjateng.id", "127.1", "0177.0.0.1", "8.8.8.8%eth0", "8.8.8.8/32"]
)
def test_what_is_no_ip_address_is_refused(address):
    assert refusal(address) == "not an IP address"


def test_a_scope_id_does_not_hide_a_network():
    assert refusal("fe80::1%eth0") == refusal("fe80::1") == "link-local"
    assert refusal("::ffff:127.0.0.1%lo") == refusal("::ffff:127.0.0.1")


def forms(ip):
    """The hosts of web addresses that mean one IPv4 address."""
    number, parts = int(ip), ip.packed
    yield from (str(ip), str(number), hex(number), f"0{number:o}")
    yield from (".".join(map(hex, parts)), ".".join(f"0{part:o}" for part in parts))
    yield from (f"{parts[0]}.{number & 0xFFFFFF}", f"{parts[0]}.{parts[1]}.{number & 0xFFFF}")
    yield from (f"[::ffff:{ip}]", f"[{IPv6Address(0xFFFF << 32 | number)}]", f"[::{ip}]")
    yield from (
        f"[{IPv6Address(0x2002 << 112 | number << 80 | 1)}]",
        f"[64:ff9b::{ip}]",
        f"[64:ff9b:1::{ip}]",
    )


def passes(host):
    try:
        return bool(checked(f"http://{host}/"))
    except Refused:
        return False


IPV4 = st.ip_addresses(v=4)  # half of them from the special networks
IPV6 = st.one_of(
    st.ip_addresses(v=6), st.ip_addresses(network="2000::/3"), st.ip_addresses(network="2001::/16")
)


@settings(max_examples=500)
@given(IPV4)
def test_every_form_of_an_address_gets_one_verdict(ip):
    verdict = refusal(str(ip)) is None
    assert {host: passes(host) for host in forms(ip)} == dict.fromkeys(forms(ip), verdict)


# Python calls these global, in some releases or all.
ALSO_REFUSED = ("192.0.0.", "192.88.99.", "168.63.129.16")


@settings(max_examples=500)
@given(IPV4)
def test_verdicts_on_ipv4_agree_with_python(ip):
    by_python = ip.is_global and not ip.is_multicast
    if not str(ip).startswith(ALSO_REFUSED):
        assert (refusal(str(ip)) is None) == by_python


@settings(max_examples=500)
@given(IPV6)
def test_what_passes_of_ipv6_is_global_for_python(ip):
    inner = ip.ipv4_mapped or ip.sixtofour
    if refusal(str(ip)) is None and inner is None and not ip.packed.startswith(b"\0"):
        assert ip.is_global
        assert not ip.is_multicast
        assert not ip.is_site_local


TRICKS = st.sampled_from(
    [*"0127x.:@/?#[]%", "127", "0x7f", "017", "::1", "１", "⑦", "。", "．", "localhost", "8.8", "a.id"]
)


@settings(max_examples=1000)
@given(st.lists(TRICKS, min_size=1, max_size=8).map("".join))
def test_httpx_reads_no_inner_address_in_what_passes(rest):
    try:
        host = httpx.URL(checked(f"http://{rest}")).raw_host.decode()
        found = socket.getaddrinfo(host, 80, flags=socket.AI_NUMERICHOST)
    except (Refused, httpx.InvalidURL, socket.gaierror):  # refused, never sent, or a name
        return
    assert [refusal(row[4][0]) for row in found] == [None] * len(found)
